"""The meeting on policy: fed by patterns over cases, never by names (local, no article of law)."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind

policy = Kind(
    code=KindCode.POLICY,
    name="施策の会議",
    level=Level.POLICY,
    bases=(),
    article="",
    says="一つ一つの世帯ではなく、つなぎの型や足りないものから、しくみの直し方を決めます。名前は出しません。",
    pledge="",
)
