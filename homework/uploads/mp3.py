"""MP3: frames of sound, one behind the other. Tags before, between and behind them are left out."""

BITRATES = {
    # Layer III, in kilobits a second.
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
FEWEST = 8
# What is no sound may be a tag at the end, no more.
MOST_BEHIND = 4096


def sound_of_mp3(content):
    """The frames alone; None where they do not follow each other to the end."""
    begin = at = behind_tag(content)
    frames = 0
    while length := frame_at(content, at):
        at, frames = at + length, frames + 1
    if frames < FEWEST or len(content) - at > MOST_BEHIND:
        return None
    return content[begin : min(at, len(content))]


def behind_tag(content):
    """Where an ID3 tag at the beginning ends; its length is written in sevens of bits."""
    if not content.startswith(b"ID3") or len(content) < 10:
        return 0
    length = 0
    for seven in content[6:10]:
        length = length << 7 | seven & 0x7F
    return 10 + length


def frame_at(content, at):
    """The length of the frame that begins here; 0 where none does."""
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, bits = head[1] >> 3 & 3, head[2] >> 2 & 3, head[2] >> 4
    if version == 1 or rate == 3 or bits in (0, 15):
        return 0
    first = version == 3
    kilobits = BITRATES[1 if first else 2][bits]
    padded = head[2] >> 1 & 1
    return (144 if first else 72) * kilobits * 1000 // RATES[version][rate] + padded
