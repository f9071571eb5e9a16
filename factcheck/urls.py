"""Where the house has its doors."""

from django.contrib import admin
from django.urls import include, path

from claims.views.accounts import OwnAddress, PasswordReset

urlpatterns = [
    path("accounts/email/", OwnAddress.as_view(), name="account_email"),
    path("accounts/password/reset/", PasswordReset.as_view(), name="account_reset_password"),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/second-factor/", include("allauth.mfa.urls")),
    path("admin/", admin.site.urls),
    path("", include("claims.urls")),
]

handler400 = "claims.views.errors.bad_request"
handler403 = "claims.views.errors.forbidden"
handler404 = "claims.views.errors.not_found"
handler500 = "claims.views.errors.server_error"
