"""Panels of the article form."""

from typing import Any

from wagtail.admin.panels import Panel


class ImportNotesPanel(Panel):
    """What the importer was not sure of, shown to the editor above an imported draft."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "news/admin/import_notes.html"

        def is_shown(self) -> bool:
            return bool(self.instance.import_doubts)

        def get_context_data(self, parent_context: dict | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["doubts"] = self.instance.import_doubts
            return context
