from wagtail import hooks

from people.viewsets import MemberViewSet, RoleViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [MemberViewSet(), RoleViewSet()]
