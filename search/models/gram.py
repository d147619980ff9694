"""How often words and pairs of neighbours occur in what is public."""

from django.db import models


class Gram(models.Model):
    """A folded word, or two neighbours with a blank between, with the number of entries that hold it.

    ``in_titles`` counts entries with it in their title; ``surface`` is its commonest spelling. The table is made
    anew by ``rebuild_index`` and ``refresh_vocabulary``; a publication adds what is new in its title and text.
    """

    gram = models.CharField(max_length=90)
    language = models.CharField(max_length=10)
    is_pair = models.BooleanField()
    entries = models.PositiveIntegerField(default=1)
    in_titles = models.PositiveIntegerField(default=0)
    surface = models.CharField(max_length=180)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "gram"], name="search_gram_unique")]
        indexes = [models.Index(fields=["language", "is_pair"], name="search_gram_words")]

    def __str__(self) -> str:
        return self.surface
