"""Work on an editor's desk: two drafts that are to appear together, and a leader who may be asked."""

from core.models import User
from demo.building.articles import article
from demo.building.labels import Labels
from demo.building.marks import EMAIL_DOMAIN, mark
from demo.building.media import Media
from demo.content.reader import read_entries
from departments.models import OrganisationPage
from editorial.models import BundleItem, Leader, ReleaseBundle
from news.models import NewsIndexPage

LEADER = "Mạc Thiên Ân"


def make_desk(
    unit: OrganisationPage, index: NewsIndexPage, labels: Labels, media: Media, writer: User, keeper: User
) -> None:
    """Lay a bundle of drafts by ``writer`` on the desk of ``unit``; ``keeper`` entered the leader's address."""
    Leader.objects.create(
        name=LEADER, position="Giám đốc Sở", email=f"lanh-dao@{EMAIL_DOMAIN}", section=unit, registered_by=keeper
    )
    bundle = ReleaseBundle.objects.create(title="Kế hoạch chuyển đổi số năm 2027", created_by=writer)
    for entry in read_entries("desk.txt"):
        entry.fields["category"] = "chuyen-doi-so"
        page = article(entry, labels, media)
        page.translation_key, page.locale = mark(f"desk:{entry.slug}"), index.locale
        page.owner, page.live, page.published_at = writer, False, None
        index.add_child(instance=page)
        page.save_revision(user=writer, log_action=False)
        BundleItem.objects.create(bundle=bundle, page=page)


def clear_desk(people: list[str]) -> None:
    """Take away the bundles that demo accounts (their e-mail addresses) made; the leader goes with his section."""
    ReleaseBundle.objects.filter(created_by__email__in=people).delete()
