from dateline.ingest.alert_links import alert_links

URL = "https://alerts.example/feed.xml"


def test_the_link_to_an_alert_is_taken_before_the_page_about_it():
    feed = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/page/1"/>
    <link rel="alternate" type="application/cap+xml" href="/cap/1.xml"/></entry>
    <entry><link rel="self" href="/entry/2"/><link href="/cap/2.xml"/></entry></feed>"""

    assert alert_links(feed, URL) == (
        "https://alerts.example/cap/1.xml",
        "https://alerts.example/cap/2.xml",
    )


def test_rss_names_alerts_by_link():
    feed = b"""<rss version="2.0"><channel><link>/</link><item><link>/cap/1.xml</link></item>
    <item><link>javascript:x</link></item><item><link>/cap/1.xml</link></item></channel></rss>"""

    assert alert_links(feed, URL) == ("https://alerts.example/cap/1.xml",)


def test_an_alert_and_a_feed_with_alerts_inside_name_none():
    assert alert_links(b"<alert><identifier>1</identifier></alert>", URL) == ()
    assert alert_links(b"<feed><entry><link href='/1'/><alert/></entry></feed>", URL) == ()
