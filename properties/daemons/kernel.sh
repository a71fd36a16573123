# shellcheck shell=bash disable=SC2154
# A kernel that can protect packets: this machine's, or user-mode Linux from Debian's package, which is a kernel that runs
# as a process and sees the machine's files. Some container and cloud kernels have XFRM and no ESP: a daemon there makes
# IKE SAs and no child SA. Sourced after lab.sh.

readonly uml=$build/kernel

# Whether this kernel takes an ESP SA, as the daemons want one, in a network namespace.
kernel_protects() {
  local taken=0
  ip netns add "$lab-try" 2>/dev/null || return 1
  ip -n "$lab-try" xfrm state add src "$alice" dst "$bob" proto esp spi 0x100 mode tunnel \
    aead 'rfc4106(gcm(aes))' 0x000102030405060708090a0b0c0d0e0f10111213 128 2>/dev/null || taken=1
  ip netns delete "$lab-try"
  return "$taken"
}

kernel_obtain() {
  local package
  [ -x "$uml/modprobe" ] && return 0
  command -v apt-get >/dev/null || return 1
  mkdir -p "$uml/packages" "$uml/lib"
  (cd "$uml/packages" && timeout 240 apt-get -qq download user-mode-linux kmod libkmod2) \
    </dev/null >>"$build/kernel.log" 2>&1 || return 1
  for package in "$uml"/packages/*.deb; do
    dpkg -x "$package" "$uml"
  done
  ln -sfn ../usr/lib/uml/modules "$uml/lib/modules"
  # The kernel itself runs this when it wants one of its modules.
  cat >"$uml/modprobe" <<END
#!/bin/bash
export LD_LIBRARY_PATH=$(find "$uml/usr/lib" "$uml/lib" -maxdepth 1 -type d -name '*-linux-gnu' | paste -sd:)
kmod=\$(find "$uml/bin" "$uml/usr/bin" -name kmod -type f 2>/dev/null | head -n 1)
exec -a modprobe "\$kmod" -d "$uml" "\$@"
END
  chmod +x "$uml/modprobe"
}

# Runs a command in a kernel of its own, with so many mebibytes of memory; the status is the command's. Sockets need a file
# system of that kernel's, so $build/run is in its memory there; files elsewhere are this machine's.
in_own_kernel() {
  local mebibytes=$1 boot pid status
  shift
  mkdir -p "$build/run"
  boot=$(mktemp -d "$build/boot.XXXXXX")
  {
    echo '#!/bin/bash'
    echo 'mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t tmpfs run /run'
    printf 'mount -t tmpfs run %q\n' "$build/run"
    printf 'echo %q >/proc/sys/kernel/modprobe\n' "$uml/modprobe"
    echo 'ip link set lo up'
    export -p
    printf 'cd %q\n' "$PWD"
    printf '%q ' "$@"
    printf '>%q 2>&1 </dev/null\necho $? >%q\n' "$boot/out" "$boot/status"
    echo 'echo o >/proc/sysrq-trigger; sleep 60'
  } >"$boot/init"
  chmod +x "$boot/init"
  env -u TMPDIR "$uml/usr/bin/linux.uml" "mem=${mebibytes}M" "uml_dir=$boot/uml" rootfstype=hostfs rootflags=/ rw \
    "init=$boot/init" con=null con0=null,fd:1 con1=null,fd:1 quiet </dev/null >"$boot/console" 2>&1 &
  pid=$!
  # shellcheck disable=SC2064
  trap "kill $pid 2>/dev/null; rm -rf '$boot'; exit 1" INT TERM
  wait "$pid" || true
  trap - INT TERM
  cat "$boot/out" 2>/dev/null || cat "$boot/console"
  status=$(cat "$boot/status" 2>/dev/null || echo 1)
  rm -rf "$boot"
  return "$status"
}

# A kernel of its own that starts, or a skip in words. User-mode Linux does not start on every processor (its process has to
# take the floating-point registers as the machine has them), so it is tried first.
own_kernel_required() {
  local console
  kernel_obtain || skip "this kernel has no ESP, and user-mode-linux cannot be had"
  console=$(in_own_kernel 256 true) ||
    skip "this kernel has no ESP, and user-mode Linux does not start: $(grep -m 1 -E 'failed, errno|panic' <<<"$console")"
}

# Runs a command where SAs can be: in this kernel, or in one of its own; or skips it in words.
where_esp_is() {
  if kernel_protects; then
    "$@"
  else
    own_kernel_required
    in_own_kernel 1024 "$@"
  fi
}
