"""Days of readers and editors in a real browser (Debian's chromium)."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

NAMES = [
    *("home", "news", "notices", "directory", "department", "department_news", "about", "links", "map"),
    *("article", "older", "notice", "plain"),
    *("register", "document", "directives", "directive", "schemes", "scheme", "project", "committee", "lookup"),
    *("/chi-dao-dieu-hanh/theo-doi/", "/co-quan/so-do-to-chuc/", "/de-an/do-thi-thong-minh/du-an/"),
    *("/tim-kiem/?q=cau", "/tim-kiem/", "/khong-co-trang-nay/", "/tin-tuc/2018/08/", "/tin-tuc/?trang=2"),
]
NO_SCROLL = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def overflowing(page) -> list[str]:
    """Return the elements that stick out of the window, for the message of a failed test."""
    return page.evaluate(
        """[...document.querySelectorAll("body *")].filter(e => e.checkVisibility()
            && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""
    )


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("language", "name"), [*(("vi", name) for name in NAMES), ("en", "home"), ("en", "article")])
def test_axe_finds_nothing(open_page, portal, language, name, width):
    page = open_page(width, listen="khong-co" not in name)
    page.goto(portal.url(name, language))
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("scheme", ["dark", "more"])
def test_axe_finds_nothing_in_high_contrast_or_the_dark(open_page, portal, scheme):
    page = open_page(390, **({"color_scheme": "dark"} if scheme == "dark" else {"contrast": "more"}))
    for name in ("home", "article", "news"):
        page.goto(portal.url(name))
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


def test_axe_finds_nothing_in_an_opened_menu(open_page, portal):
    for width in (390, 1280):
        page = open_page(width)
        page.goto(portal.url("home"))
        if width == 390:
            page.get_by_role("button", name="Menu").click()
        page.locator(".nav summary").first.click()
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


def test_an_article_is_light(open_page, portal):
    """At most 12 requests and 100 KB over the wire, fonts included."""
    page = open_page(390)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: dict[str, float] = {}
    urls: list[str] = []
    session.on(
        "Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]})
    )
    session.on("Network.requestWillBeSent", lambda event: urls.append(event["request"]["url"]))
    page.goto(portal.url("article"), wait_until="networkidle")
    assert len(urls) <= 12, urls
    assert sum(sizes.values()) <= 100 * 1024, sizes
    assert all(url.startswith((portal.base, "data:")) for url in urls)


@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways_on_a_small_phone_with_large_text(open_page, portal, name):
    """WCAG 1.4.4 and 1.4.10: 320 px wide, 200 %."""
    page = open_page(320, listen="khong-co" not in name)
    page.goto(portal.url("home"))
    page.evaluate("localStorage.setItem('text-size', '200')")
    page.goto(portal.url(name))
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p, main a')).fontSize)")
    assert size >= 24, "the text did not grow"
    assert page.evaluate(NO_SCROLL), overflowing(page)


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1920])
def test_no_page_scrolls_sideways_at_any_width(open_page, portal, width):
    page = open_page(width)
    for name in ("home", "news", "article", "department", "links"):
        page.goto(portal.url(name))
        assert page.evaluate(NO_SCROLL), (name, overflowing(page))


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60)")


def test_the_skip_link_is_the_first_stop_and_leads_to_the_text(open_page, portal):
    page = open_page()
    page.goto(portal.url("article"))
    page.keyboard.press("Tab")
    assert focused(page) == "Đến nội dung chính"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"), "it must be seen when focused"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_of_a_desk_works_with_the_keyboard(open_page, portal):
    page = open_page(1280)
    page.goto(portal.url("home"))
    summary = page.locator(".nav summary").first
    summary.focus()
    page.keyboard.press("Enter")
    link = page.locator(".nav details[open] a").first
    assert link.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.nav details[open]') !== null")
    page.keyboard.press("Escape")
    assert not link.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_menu_of_a_phone_works_with_the_keyboard(open_page, portal):
    page = open_page(390)
    page.goto(portal.url("home"))
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    entry = page.locator(".nav__sheet a.nav__link").first
    entry.wait_for(state="visible")
    page.keyboard.press("Escape")
    entry.wait_for(state="hidden")
    assert focused(page) == "Menu"


def test_every_stop_of_the_keyboard_is_seen(open_page, portal):
    """WCAG 2.4.7: what is focused has an outline, and nothing traps the focus."""
    page = open_page(1280)
    page.goto(portal.url("home"))
    seen = []
    for _press in range(60):
        page.keyboard.press("Tab")
        html, outlined = page.evaluate(
            """(() => { const e = document.activeElement, s = getComputedStyle(e);
                return [e.outerHTML.slice(0, 80), s.outlineStyle !== "none" || s.boxShadow !== "none"] })()"""
        )
        if html.startswith("<body"):
            break
        seen.append((html, outlined))
    assert all(outlined for _html, outlined in seen), [html for html, outlined in seen if not outlined]
    assert len({html for html, _outlined in seen}) > 15


def background(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color")


def test_preferences_act_at_once_and_are_remembered(open_page, portal):
    page = open_page(1280)
    page.goto(portal.url("article"))
    ordinary, size = background(page), page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.locator(".prefs summary").click()
    page.get_by_label("Tương phản cao").check()
    page.get_by_label("200%").check()
    assert background(page) != ordinary
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == pytest.approx(2 * size, rel=0.2)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.goto(portal.url("news"))
    assert background(page) != ordinary
    page.locator(".prefs summary").click()
    page.get_by_label("Tương phản cao").uncheck()
    page.get_by_label("100%").check()
    page.reload()
    assert background(page) == ordinary


def test_everything_works_without_a_script(open_page, portal):
    page = open_page(390, java_script_enabled=False)
    page.goto(portal.url("home"))
    page.get_by_role("button", name="Menu").click()
    page.locator(".nav summary").first.click()
    page.locator(".nav details[open] a").first.click()
    page.wait_for_url("**/co-quan/**")
    page.goto(portal.url("home"))
    page.locator("#site-search").fill("khanh thanh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=khanh+thanh")
    page.get_by_role("link", name="Khánh thành cầu Sông Mây").first.click()
    page.wait_for_url(f"**{portal.pages['vi']['article']}")
    page.goto(portal.url("news"))
    page.locator("#filters").get_by_role("link", name="Giao thông").click()
    page.wait_for_url("**/chuyen-muc/giao-thong/")
    page.locator(".entries a").first.click()
    page.locator(".back a").click()
    page.wait_for_url("**/chuyen-muc/giao-thong/")
    before = page.locator("h1").bounding_box()["height"]
    page.locator(".prefs summary").click()
    page.get_by_label("200%").check()
    assert page.locator("h1").bounding_box()["height"] > before


def test_tools_that_need_a_device_are_hidden_until_it_is_there(open_page, portal):
    page = open_page(390, java_script_enabled=False)
    page.goto(portal.url("article"))
    assert page.locator("[data-needs]").count() > 0
    assert page.locator("[data-needs]:visible").count() == 0
    assert page.get_by_role("link", name="Lưu").is_visible()


def test_a_printed_page_has_its_address_and_no_menus(open_page, portal):
    page = open_page(1280)
    page.goto(portal.url("article"))
    page.emulate_media(media="print")
    assert page.locator(".print-address").is_visible()
    assert portal.pages["vi"]["article"] in page.locator(".print-address").inner_text()
    assert not page.locator(".nav").is_visible()
    assert not page.locator("[data-tools]").is_visible()
    assert page.locator("article h1").is_visible()
    assert page.locator("article time").first.is_visible()


def test_paper_has_tables_where_a_phone_has_cards(open_page, portal):
    """On paper a row of a table is a row; on a phone each heading stands at the left of what it names."""
    page = open_page(390)
    page.goto(portal.url("/de-an/do-thi-thong-minh/du-an/"))
    row = page.locator(".data tbody tr").last
    cell = row.locator("td:visible").last
    assert row.evaluate("row => getComputedStyle(row).display") == "grid"
    label = cell.get_attribute("data-label")
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == f'"{label}"'
    assert {"start"} == set(row.locator("td").evaluate_all("cells => cells.map(c => getComputedStyle(c).textAlign)"))
    page.set_viewport_size({"width": 672, "height": 950})
    page.emulate_media(media="print")
    assert row.evaluate("row => getComputedStyle(row).display") == "table-row"


def log_in(desk, portal, name: str) -> None:
    desk.goto(portal.base + "/admin/")
    desk.locator("input[name=username]").fill(name)
    desk.locator("input[name=password]").fill("mat-khau-thu")
    desk.locator("button[type=submit]").click()
    desk.wait_for_url("**/admin/")


def log_out(desk, portal) -> None:
    desk.context.clear_cookies()


def test_a_day_of_the_newsroom(open_page, portal):
    """An editor writes and submits, another person approves; a citizen finds and reads it."""
    desk = open_page(1280, listen=False)
    log_in(desk, portal, "bien-tap")
    desk.goto(f"{portal.base}/admin/pages/add/news/newspage/{portal.news_key}/")
    title = "Chuyển đổi số: Đường về bản đã có sóng"
    desk.locator("#id_title").fill(title)
    desk.locator("#id_title").blur()
    desk.locator("#id_lead").fill("Từ sáng nay, bà con ba bản vùng cao gọi được điện thoại.")
    desk.locator("#id_category-chooser [data-chooser-action-choose]:visible").first.click()
    desk.locator(".modal-body a", has_text="Giao thông").first.click()
    desk.locator(".modal-body").wait_for(state="hidden")
    assert desk.locator("#id_slug").input_value() == "chuyen-doi-so-duong-ve-ban-da-co-song"
    assert desk.locator("button[name=action-publish]").count() == 0
    desk.locator("button[name=action-submit]").first.click()
    desk.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    log_out(desk, portal)
    log_in(desk, portal, "nguoi-duyet")
    desk.get_by_role("link", name=title).first.click()
    desk.locator("[data-workflow-action-name=approve]").first.click()
    desk.wait_for_url(re.compile(r"/admin/pages/\d+/$"))

    citizen = open_page(390)
    citizen.goto(portal.base + "/")
    citizen.get_by_role("link", name=title).first.click()
    citizen.wait_for_url("**/tin-tuc/chuyen-doi-so-duong-ve-ban-da-co-song/")
    assert citizen.locator("h1").inner_text() == title
    assert "ba bản vùng cao" in citizen.locator(".lead").inner_text()
    citizen.goto(portal.base + "/tim-kiem/?q=duong+ve+ban")
    assert citizen.get_by_role("link", name=title).is_visible()


SAVED = re.compile(r"/admin/pages/\d+/$")


def test_a_day_that_cannot_be_stays_as_it_was_typed(open_page, portal):
    """The picker would put today in its place, and nobody would notice."""
    desk = open_page(1280, listen=False)
    log_in(desk, portal, "bien-tap")
    desk.goto(f"{portal.base}/admin/pages/add/news/newspage/{portal.news_key}/")
    type_date(desk, "#id_event_date", "32/13/2026")
    assert desk.locator("#id_event_date").input_value() == "32/13/2026"


def desk_of(open_page, portal, name: str):
    """Return a page of the admin in a browser of its own, with ``name`` logged in."""
    desk = open_page(1280, listen=False)
    log_in(desk, portal, name)
    return desk


def open_from_inbox(desk, portal, title: str) -> None:
    """Follow the newest line of the inbox about ``title`` to the editor."""
    desk.goto(portal.base + "/admin/inbox/")
    desk.get_by_role("link", name=title).first.click()
    desk.wait_for_url("**/edit/")


def approve(desk, portal, title: str) -> None:
    open_from_inbox(desk, portal, title)
    desk.locator("[data-workflow-action-name=approve]").first.click()
    desk.wait_for_url(SAVED)


def hand_in(desk) -> None:
    desk.locator("button[name=action-submit]").first.click()
    desk.wait_for_url(SAVED)


def type_date(desk, field: str, day: str) -> None:
    """Fill in a date and leave the field once its calendar is there: it opens late and then covers the buttons."""
    calendar = desk.locator(".xdsoft_datetimepicker:visible")
    desk.locator(field).fill(day)
    calendar.wait_for()
    desk.locator(field).press("Tab")
    calendar.wait_for(state="hidden")


def test_a_day_of_a_department(open_page, portal):
    """Written, returned with a reason, mended, approved twice, read; then a correction, by the same way."""
    title, reason = "Chợ nổi họp lại", "Thiếu ngày họp chợ"
    writer, editor, approver = (
        desk_of(open_page, portal, name) for name in ("contributor", "editor", "unit_approver")
    )
    writer.goto(f"{portal.base}/admin/pages/add/news/newspage/{portal.department_news_key}/")
    writer.locator("#id_title").fill(title)
    writer.locator("#id_title").blur()
    writer.locator("#id_lead").fill("Chợ nổi họp lại sau mùa nước.")
    writer.locator("#id_category-chooser [data-chooser-action-choose]:visible").first.click()
    writer.locator(".modal-body a", has_text="Giao thông").first.click()
    writer.locator(".modal-body").wait_for(state="hidden")
    hand_in(writer)

    open_from_inbox(editor, portal, title)
    editor.locator("footer [data-w-dropdown-target=toggle]").first.click()
    editor.locator("[data-workflow-action-name=reject]:visible").first.click()
    editor.locator(".modal-body textarea[name=comment]").fill(reason)
    editor.locator(".modal-body [type=submit]").click()
    editor.wait_for_url(SAVED)

    writer.goto(portal.base + "/admin/inbox/")
    assert reason in writer.locator("main").inner_text()
    open_from_inbox(writer, portal, title)
    assert reason in writer.locator("body").inner_text()
    writer.locator("#id_lead").fill("Chợ nổi họp lại từ ngày 1 tháng 12.")
    hand_in(writer)

    citizen = open_page(390, listen=False)
    address = portal.url("department_news") + "cho-noi-hop-lai/"
    assert citizen.goto(address).status == 404
    approve(editor, portal, title)
    assert citizen.goto(address).status == 404
    approve(approver, portal, title)
    assert citizen.goto(address).status == 200
    assert "từ ngày 1 tháng 12" in citizen.locator(".lead").inner_text()

    open_from_inbox(editor, portal, title)
    assert editor.locator("button[name=action-publish]").count() == 0
    editor.get_by_role("tab", name="Cài đặt").click()
    editor.locator("[data-contentpath=corrections] .c-sf-add-button").first.click()
    type_date(editor, "[name=corrections-0-value-date]", "26/11/2026")
    editor.locator("[name=corrections-0-value-what_was]").fill("ngày 1")
    editor.locator("[name=corrections-0-value-what_is]").fill("ngày 2")
    hand_in(editor)
    citizen.goto(address)
    assert "ngày 2" not in citizen.locator("main").inner_text()
    approve(approver, portal, title)
    citizen.goto(address)
    assert "ngày 2" in citizen.locator("section[aria-labelledby=corrections]").inner_text()
