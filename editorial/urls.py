"""The office's addresses outside the admin."""

from django.urls import path

from editorial.views.leader import review_link, review_link_page

urlpatterns = [
    path("xem-xet/<str:token>/", review_link, name="review_link"),
    path("xem-xet/<str:token>/<int:position>/", review_link_page, name="review_link_page"),
]
