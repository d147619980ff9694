"""The editorial office's records, by subject."""

from editorial.models.approvals import Approval
from editorial.models.broken_links import BrokenLink, LinkProblem
from editorial.models.bundles import BundleItem, BundleState, ReleaseBundle
from editorial.models.misspellings import Misspelling
from editorial.models.notifications import Notification, NotificationKind, NotificationPreference
from editorial.models.required_translations import RequiredTranslation
from editorial.models.review_links import Leader, ReviewDecision, ReviewLink, ReviewLinkItem
from editorial.models.reviews import PageReview, ReviewRule
from editorial.models.roles import RoleApprovalTask, RoleGroup, UnitOffice
from editorial.models.timers import TimerRun
from editorial.models.withdrawals import Withdrawal, WithdrawalKind

__all__ = [
    "RoleApprovalTask",
    "RoleGroup",
    "UnitOffice",
    "Approval",
    "BrokenLink",
    "LinkProblem",
    "BundleItem",
    "BundleState",
    "Leader",
    "Misspelling",
    "Notification",
    "NotificationKind",
    "NotificationPreference",
    "PageReview",
    "ReleaseBundle",
    "RequiredTranslation",
    "ReviewDecision",
    "ReviewLink",
    "ReviewLinkItem",
    "ReviewRule",
    "TimerRun",
    "Withdrawal",
    "WithdrawalKind",
]
