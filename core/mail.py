"""Mail to people of the office, which must never be in the way of their work."""

from django.core.mail.backends.smtp import EmailBackend


class SmtpBackend(EmailBackend):
    """SMTP that tells of every server that cannot be used by ``ConnectionError``.

    Wagtail's notifications bear that one only. A server whose name is unknown, whose certificate is wrong or that
    refuses the password would turn the answer to whoever submits or approves a page into an error page.
    """

    def open(self) -> bool | None:
        try:
            return super().open()
        except OSError as error:
            raise ConnectionError(f"mail server {self.host}:{self.port}: {error}") from error
