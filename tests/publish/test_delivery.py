from dateline.publish.delivery import next_try


def test_a_delivery_is_tried_more_and_more_rarely_and_then_given_up():
    waits = [next_try(attempts) for attempts in range(1, 8)]

    assert waits == sorted(waits)
    assert waits[0] == 5
    assert waits[-1] == 86_400
    assert next_try(8) is None


def test_what_was_never_tried_is_not_waited_for():
    assert next_try(0) is None
