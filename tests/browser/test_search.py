"""A reader looks something up in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser


def test_suggestions_are_reached_with_the_keyboard_and_name_what_they_lead_to(open_page, portal):
    page = open_page(390)
    page.goto(portal.url("home"))
    box = page.get_by_role("combobox").first
    box.click()
    box.press_sequentially("khanh th")
    options = page.get_by_role("option")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert "khánh thành" in chosen.inner_text().lower()
    assert Axe().run(page).violations_count == 0
    box.press("Escape")
    assert not options.first.is_visible()
    assert box.input_value() == "khanh th"
    box.press_sequentially("anh")
    options.first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/tin-tuc/khanh-thanh-cau/|/tim-kiem/"))


def test_a_search_without_accents_marks_the_hit_as_it_is_written(open_page, portal):
    page = open_page(390)
    page.goto(portal.url("home"))
    box = page.get_by_role("combobox").first
    box.fill("cau song may")
    box.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=cau+song+may")
    assert page.locator("mark", has_text="cầu Sông Mây").first.is_visible()
    page.get_by_role("link", name="Khánh thành cầu Sông Mây").first.click()
    page.wait_for_url("**/tin-tuc/khanh-thanh-cau/")


def test_a_search_works_without_a_script(open_page, portal):
    page = open_page(390, java_script_enabled=False)
    page.goto(portal.url("home"))
    page.get_by_role("searchbox").first.fill("cau song may")
    page.get_by_role("searchbox").first.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=cau+song+may")
    assert page.get_by_role("link", name="Khánh thành cầu Sông Mây").first.is_visible()
