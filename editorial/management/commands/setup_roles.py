"""``manage.py setup_roles``: groups, rights, collections and workflows, made or mended."""

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from departments.models import OrganisationPage
from editorial.roles import LANGUAGE, set_up_province, set_up_unit


class Command(BaseCommand):
    """Sets up the province and the units that are named; running it again changes nothing."""

    help = "Give departments their groups, collections and workflow. Name a department by its slug or id."

    def add_arguments(self, parser) -> None:
        parser.add_argument("departments", nargs="*", help="slug or id of a department, commune or ward")
        parser.add_argument("--all", action="store_true", help="every unit of the directory")

    def handle(self, *args, **options) -> None:
        units = list(OrganisationPage.objects.filter(locale__language_code=LANGUAGE)) if options["all"] else []
        units += [self._find(name) for name in options["departments"]]
        set_up_province()
        for unit in units:
            set_up_unit(unit)
            self.stdout.write(unit.title)
        self.stdout.write(f"{len(units)} units and the province")

    def _find(self, name: str) -> OrganisationPage:
        wanted = Q(slug=name) | (Q(pk=int(name)) if name.isascii() and name.isdigit() else Q(pk=None))
        found = list(OrganisationPage.objects.filter(wanted))
        # The English twin of a department may bear the same slug.
        found = [unit for unit in found if unit.locale.language_code == LANGUAGE] or found
        if len(found) != 1:
            known = ", ".join(
                OrganisationPage.objects.filter(locale__language_code=LANGUAGE).values_list("slug", flat=True)[:40]
            )
            raise CommandError(f"There is no department {name!r}. Known: {known}")
        return found[0]
