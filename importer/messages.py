"""What each doubt means, in words for the editor who gets the draft."""

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "needs_title": _("No headline was found. Write one; the suggestion is only the beginning of the text."),
    "no_text": _("No running text was found."),
    "title_guessed": _("The headline was chosen among the lines above the text."),
    "title_from_html_title": _("The headline comes from the title of the browser window."),
    "title_cut": _("The headline was longer than 255 characters and was cut."),
    "lead_depends_on_title": _("The lead points back at the headline and cannot stand alone."),
    "lead_split": _("The first paragraph was longer than a lead may be; its end begins the text."),
    "lead_too_long": _("The first sentence is longer than a lead may be; the lead is empty."),
    "event_year_inferred": _("The day of the event has no year; the year follows from the date of publication."),
    "event_year_unknown": _("The day of the event has no year, and nothing says which year it was."),
    "event_day_relative": _("The text names the day of the event only as “today” or the like."),
    "event_lasted_days": _("The event lasted several days; the first is given."),
    "event_after_publication": _("The event is later than the publication: an announcement, or a misreading."),
    "only_update_known": _("The page names the day of its update only; it may be the day of publication."),
    "date_may_be_clock": _("This date may be the clock of the page rather than the date of the article."),
    "dates_disagree": _("The date shown and the date in the page's metadata differ."),
    "updated_before_published": _("The update is dated before the publication; it was left out."),
    "caption_guessed": _("This line was taken for the caption of a picture."),
    "short_line_unclear": _("This short line may be a heading, a caption or a paragraph."),
    "dropped_line": _("This line was left out."),
    "possible_second_story": _("A second story may begin here."),
    "text_after_byline": _("Text below the byline was left out."),
    "byline_guessed": _("This line was taken for the author's name."),
    "byline_from_metadata": _("The author is named only in the page's metadata."),
    "byline_is_organisation": _("The byline names an office, not a person."),
    "byline_unclear": _("This byline could not be read as names."),
    "login_not_author": _("This is the name of an account; it was not taken for an author."),
    "poster_not_author": _("Whoever posted or edited the article was not taken for its author."),
    "category_unknown": _("No category of the portal has this name."),
    "category_may_be_menu": _("This may be the article's category or an entry of a menu."),
    "prefix_too_long": _("This agency prefix is too long for its field and was left out."),
    "heading_guessed": _("This short line was taken for a heading inside the text."),
    "attachment_not_taken": _("A file is attached to the old page; it was not fetched."),
    "image_not_taken": _("This picture is only referred to; it was not fetched."),
    "table_needs_caption": _("A table needs a caption."),
    "imported_from": _("Imported from a file."),
    "suggested_title": _("A suggestion for the headline: the beginning of the text."),
}

FAILURES = {
    "empty": _("The file is empty or holds no words."),
    "binary": _("The file is not text."),
    "too_big": _("The file is larger than 10 MB."),
    "unknown_encoding": _("The encoding of the file is unknown."),
    "no_text": _("No running text was found."),
    "unreadable": _("The file could not be read."),
    "invalid": _("The article was refused by the page's own rules."),
    "parser": _("The parser failed on this file; please report it."),
}

# What the report calls the parts of an article.
FIELDS = {
    "title": _("title"),
    "lead": _("lead"),
    "published": _("published"),
    "updated": _("updated"),
    "event": _("event"),
    "category": _("category"),
    "byline": _("byline"),
    "source": _("source"),
    "tags": _("tags"),
    "caption": _("caption"),
    "agency_prefix": _("agency prefix"),
}

BLOCKS = {
    "heading": _("Heading"),
    "subheading": _("Subheading"),
    "paragraph": _("Paragraph"),
    "list": _("List"),
    "figure": _("Picture"),
    "gallery": _("Gallery"),
    "quote": _("Quote"),
    "table": _("Table"),
    "documents": _("Files"),
}


def message_for(code: str) -> str:
    """Return the message of a doubt in the active language; the code itself if it is unknown."""
    return str(MESSAGES.get(code, code))
