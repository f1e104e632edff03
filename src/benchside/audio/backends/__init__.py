"""What takes the sound: a card through miniaudio or simpleaudio, the bell, a file, nothing."""
