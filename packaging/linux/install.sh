#!/bin/sh
# Tells the desktop of this person about Batea: menu entry, icon, double click on packs.
# Nothing is written outside $XDG_DATA_HOME (~/.local/share). Take it back: install.sh --remove
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
icon=$share/icons/hicolor/scalable/apps/batea.svg
if [ "${1:-}" = --remove ]; then
    rm -f "$share/applications/batea.desktop" "$share/mime/packages/batea-pack.xml" "$icon"
else
    mkdir -p "$share/applications" "$share/mime/packages" "$(dirname "$icon")"
    program=${1:-batea} # the command that starts Batea, if it is not on the path
    sed "s|^Exec=batea|Exec=$program|" "$here/batea.desktop" >"$share/applications/batea.desktop"
    cp "$here/batea-pack.xml" "$share/mime/packages/"
    cp "$here/batea.svg" "$icon"
fi
for tool in "update-mime-database $share/mime" "update-desktop-database $share/applications"; do
    # shellcheck disable=SC2086
    command -v ${tool%% *} >/dev/null 2>&1 && $tool || true
done
