"""A small window that files can be dragged out of: the file manager of the tests. Its arguments are the files."""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402


def main() -> None:
    window = Gtk.Window(title="Files to drag")
    window.set_default_size(240, 80)
    window.move(1700, 1150)
    handle = Gtk.EventBox()
    handle.add(Gtk.Label(label="drag me"))
    window.add(handle)
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    handle.drag_source_add_uri_targets()
    uris = [Path(name).resolve().as_uri() for name in sys.argv[1:]]
    handle.connect("drag-data-get", lambda _w, _c, data, _i, _t: data.set_uris(uris))
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    Gtk.main()


if __name__ == "__main__":
    main()
