"""What is noted beside the answer of a person who was asked."""

from collections.abc import Mapping

from marugoto.disclosure.codes import ConsentState

PURPOSE = "支援のために、役割を相談する"
NOTES: Mapping[ConsentState, tuple[str, ...]] = {
    ConsentState.GIVEN: ("", "「お願いします」とのこと。", "紙を一緒に読んで書いてもらった。"),
    ConsentState.PARTLY: ("名前までは伝えてよい。電話番号はまだ。", "病気のことは言わないでほしいとのこと。"),
    ConsentState.REFUSED: ("「役所の中で話を回さないで」とのこと。", "家族には知られたくないとのこと。"),
    ConsentState.NOT_ASKED: ("まだ聞ける関係ではない。", "次の訪問で聞く。"),
    ConsentState.CANNOT_BE_ASKED: ("まだ会えていない。", "いまは判断がむずかしい。家族と相談する。"),
}
