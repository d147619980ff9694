"""Money in words. Amounts are kept in million đồng (triệu đồng), the unit of public investment reports."""

from decimal import Decimal

from django.utils.translation import gettext as _

from core.tables import number_text

MILLIONS_IN_A_BILLION = 1000


def money_text(amount: Decimal | int) -> str:
    """Write an amount of million đồng the short way: ``9600`` → ``9,6 tỷ đồng``, ``850`` → ``850 triệu đồng``."""
    if abs(amount) >= MILLIONS_IN_A_BILLION:  # type: ignore[operator]
        return _("%(amount)s billion đồng") % {"amount": number_text(Decimal(amount) / MILLIONS_IN_A_BILLION, 1)}
    return _("%(amount)s million đồng") % {"amount": number_text(amount, 1)}
