"""News and notices: page types and the words by which they are sorted."""

from news.models.article import ArticlePage
from news.models.article_index import ArticleIndexPage
from news.models.byline import NewsByline
from news.models.news import NewsPage
from news.models.news_index import NewsIndexPage
from news.models.notice import NoticeIndexPage, NoticePage
from news.models.snippets import Author, Category, NewsSource, NewsTag, Tag, Topic

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "Author",
    "Category",
    "NewsByline",
    "NewsIndexPage",
    "NewsPage",
    "NewsSource",
    "NewsTag",
    "NoticeIndexPage",
    "NoticePage",
    "Tag",
    "Topic",
]
