"""Serve the test province from a scratch folder: ``python -m tests.browser.serve FOLDER``.

A process of its own, as on a real machine: the browser's tests share no connection with what they look at. The
first line printed is JSON with the port and the addresses of the pages.
"""

import json
import os
import sys
import threading


def main() -> None:
    """Migrate, build, print where the pages are, serve until the parent goes."""
    os.environ["PORTAL_VAR_DIR"] = sys.argv[1]
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.development"
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application
    from django.utils import translation

    call_command("migrate", verbosity=0)
    from editorial.enums import Role
    from editorial.models import RoleGroup
    from editorial.roles import set_up_unit
    from tests.factories import NewsPageFactory, UserFactory
    from tests.factories.province import build_both

    with translation.override("vi"):
        provinces = build_both()
        NewsPageFactory.create_batch(22, parent=provinces[0]["news"], category=provinces[0].category)
        for name in ("bien-tap", "nguoi-duyet"):
            UserFactory(username=name, is_superuser=True, is_staff=True)
        office = set_up_unit(provinces[0]["department"])
        for role in (Role.CONTRIBUTOR, Role.EDITOR, Role.UNIT_APPROVER):
            UserFactory(username=role.value).groups.add(RoleGroup.objects.get(office=office, role=role).group)
    pages = {
        province.language: {name: page.url for name, page in {"home": province.home, **province.pages}.items()}
        for province in provinces
    }
    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    server.set_app(get_wsgi_application())
    keys = {"news_key": provinces[0]["news"].pk, "department_news_key": provinces[0]["department_news"].pk}
    said = {"port": server.server_port, "pages": pages, **keys}
    print(json.dumps(said), flush=True)  # noqa: T201
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
