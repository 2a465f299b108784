from wagtail import hooks

from people.member_imports import CVKind, MemberKind
from people.role_imports import RoleKind
from people.viewsets import MemberViewSet, RoleViewSet
from portal.desk import kinds

kinds.register(MemberKind())
kinds.register(CVKind())
kinds.register(RoleKind())


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [MemberViewSet(), RoleViewSet()]
