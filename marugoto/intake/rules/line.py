"""When a line may be added to a consultation: as long as it is open; afterwards the words belong elsewhere."""

from marugoto.kernel.decision import YES, Decision, no


def may_add_line(*, ended: bool, worded: bool) -> Decision:
    if ended:
        return no("この相談はおわっています。", "新しい相談として受けるか、世帯の記録に書いてください。")
    if not worded:
        return no("ことばが書かれていません。", "聞いたこと、したことを、一言書いてください。")
    return YES
