"""HEARD: sound packs, the speaker process and its back ends. Below it lies only what it plays."""
