from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SettingError
from dateline.ingest.addresses import is_open, networks

INSIDE = """
0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255
192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.1.1.1
240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1
64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:a00:1::1 3fff::1
5f00::1 fc00::1 fd12:3456::1 fe80::1 fec0::1 ff02::1 2a00:1450::5efe:a00:1
2a00:1450:4001:0:200:5efe:c0a8:101
""".split()
OUTSIDE = """
1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.1.0.1 223.255.255.254
2a00:1450:4001:830::200e 2606:4700::1111 2002:808:808::1 64:ff9b::808:808 ::ffff:8.8.8.8
""".split()


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_networks_are_not_open(address):
    assert not is_open(ip_address(address), ())


@pytest.mark.parametrize("address", OUTSIDE)
def test_public_addresses_are_open(address):
    assert is_open(ip_address(address), ())


@pytest.mark.parametrize("address", ["10.1.2.3", "::ffff:10.1.2.3", "fd00::1", "127.0.0.1"])
def test_allowed_networks_are_open(address):
    assert is_open(ip_address(address), networks(["10.0.0.0/8", "fd00::/8", "127.0.0.1"]))


@pytest.mark.parametrize("address", ["64:ff9b::a00:1", "2002:a00:1::"])
def test_an_allowed_network_may_be_carried(address):
    assert is_open(ip_address(address), networks(["10.0.0.0/8"]))


def test_a_network_that_is_none_is_refused():
    with pytest.raises(SettingError, match=r"no network; write one as 10\.0\.0\.0/8"):
        networks(["10.0.0.0/99"])


@given(st.ip_addresses(v=4))
def test_an_address_in_another_form_is_judged_alike(address):
    number = int(address)
    forms = (0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80)

    assert {is_open(ip_address(form.to_bytes(16)), ()) for form in forms} == {is_open(address, ())}
