from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from portal.desk.viewset import ImportRunViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return ImportRunViewSet()


@hooks.register("insert_global_admin_css")
def admin_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("portal/admin.css"))
