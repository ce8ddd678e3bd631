"""RATE(refusals followed by an opening to the same team / refusals): of what could not be told, what could be told lawfully later."""

from dataclasses import dataclass

from marugoto.evaluation.measures.text import Rows, beside


@dataclass(frozen=True)
class FoundWay(Rows):
    """n refusals whose days are over, k of them followed by an opening of the same subject to the same team within `days`.

    A matter stands behind each: the one about which it was asked. Asked again on the same day, it is one refusal.
    """

    refused: str
    made: str
    to: str
    made_to: str
    days: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT a.subject, a.{self.to}, a.matter, a.day{beside('a', by)}, "
            f"MAX(CASE WHEN b.day <= a.day + {self.days} THEN 1 ELSE 0 END) AS fulfilled, "
            f"MAX(CASE WHEN a.day + {self.days} < :over_day THEN 1 ELSE 0 END) AS ended "
            "FROM ledger_fact a LEFT JOIN ledger_fact b "
            f"ON b.body = a.body AND b.subject = a.subject AND b.{self.made_to} = a.{self.to} AND b.seq > a.seq "
            f"AND b.kind = '{self.made}' "
            f"WHERE a.body = :body AND a.kind = '{self.refused}' "
            f"AND a.day >= :since_day AND a.day < :until_day "
            f"GROUP BY a.subject, a.{self.to}, a.matter, a.day{beside('a', by)}"
        )
