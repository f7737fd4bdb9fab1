"""Texts to trace: a wire story, what others make of it, and what others saw for themselves."""

STORY = """\
Two rockets came down beside the ferry landing at Orlen shortly before seven on Tuesday morning,
killing a ticket seller and setting fire to a row of fish stalls along the quay.

Porters who had been waiting for the early boat dragged crates of ice across the planks to keep
the flames from the fuel shed, and a tug pumped river water over the roofs until the district
engine arrived from the upper town.

Neither the brigade that holds the eastern bank nor the garrison in the old customs house would
say who had fired. The harbour master, who counted three explosions, thought that one rocket had
gone into the water without doing harm.

By noon the landing had been swept and a smaller boat was carrying passengers again, though the
company halved the number of crossings and told drivers of lorries to go round by the bridge at
Tamsin, forty kilometres to the north.

Orlen has been shelled five times since the spring, when talks about a line of separation along
the river broke down over the question of who would police the islands.

The ticket seller was a widow of sixty who had worked in the same wooden booth for more than
thirty years. Her neighbours hung a black ribbon on its shutter and left her tin cash box,
dented but still locked, on the counter."""
PARAGRAPHS = STORY.split("\n\n")
CUT = "\n\n".join(PARAGRAPHS[:2])
REORDERED = "\n\n".join(PARAGRAPHS[n] for n in (2, 0, 5, 3, 1, 4))
FRAMED = f"""\
Shops in the upper town stayed shut. Our own reporter found the road to the river blocked by a
military policeman who waved back every car.

{CUT}"""
# A desk's hand has gone over it: words changed in every sentence, some left out.
EDITED = """\
Two rockets came down near the ferry landing at Orlen shortly before seven on Tuesday morning,
killing a ticket clerk and setting fire to a row of fish stalls on the quay.

Porters who had been waiting for the first boat dragged crates of ice across the planks to keep
the fire from the fuel shed, and a tug pumped river water over the roofs until the town's engine
arrived.

Neither the brigade that holds the far bank nor the garrison in the customs house would say who
had fired. The harbour master, who heard three explosions, believed that one rocket had gone
into the water.

By noon the landing had been cleared and a smaller boat was carrying passengers again, though
the company halved the number of trips and told lorry drivers to go round by the bridge at
Tamsin."""
# The same morning, by somebody who was there.
INDEPENDENT = """\
An early rocket attack on the waterfront of Orlen cost a woman her life on Tuesday. I reached
the pier half an hour later and saw smoke over what had been the fish market, where traders were
picking through burnt nets.

A boatman called Ismet showed me a crater as wide as his skiff. He had heard the first blast
while mending an oar, he told me, and threw himself under the hull before the second.

Officers of the garrison blamed the brigade across the water; a spokesman of the brigade
answered that its launchers had been silent for a week. Neither account could be checked.

In the afternoon a priest blessed the booth in which the victim had sold tickets. The ferry line
runs at half its usual service until the damaged pontoon has been replaced."""
UNRELATED = """\
The finance committee of the northern assembly put off its vote on grain duties for a second
time, after millers complained that the draft had been sent to them in the wrong language.

A fresh text is to be read on Thursday, and the speaker promised that the public gallery would
be open to growers who had travelled for two days to hear the debate in person."""
QUOTATION = """\
“We did not fire on the landing, we have never fired on the landing, and whoever says that we
did should come to our positions and count the rockets that are still in their boxes under seal,
as the monitors did in the month of May and again last week.”"""
QUOTED_ONCE = f"{INDEPENDENT}\n\n{QUOTATION}, the brigade wrote on its channel."
QUOTED_AGAIN = f"{UNRELATED}\n\nOn the war, deputies read out a post. {QUOTATION}"
POST = """\
The command of the brigade states that all launchers on the eastern bank stood in their sheds
from Monday evening to Tuesday noon. Monitors who visited the sheds at ten in the morning found
the seals of the previous week unbroken and signed the log. The command regrets the death of a
woman at the ferry landing and asks the garrison to open its own log as well."""
