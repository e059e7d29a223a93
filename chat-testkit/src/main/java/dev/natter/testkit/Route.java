package dev.natter.testkit;

/** The way by which somebody connects. */
enum Route {
    ANY_TCP,
    IPV4,
    IPV6,
    ADMIN_SOCKET
}
