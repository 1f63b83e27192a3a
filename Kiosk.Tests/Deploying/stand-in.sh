#!/bin/sh
# In the place of ssh, scp, sudo and others, under whose name it is called: notes its words, then does what the test wrote for it.
name=${0##*/}
{ printf '%s' "$name"; [ $# = 0 ] || printf ' [%s]' "$@"; echo; } >>"$STAND_INS/calls"
[ ! -e "$STAND_INS/$name.does" ] || . "$STAND_INS/$name.does"
