# shellcheck shell=bash disable=SC2034
# What Verbale needs from Debian 12 (bookworm), in one place. The scripts beside this file read it; each line is a
# package and the reason for it.

# To build the programs and the plugins.
build_packages=(
    g++                  # the compiler: C++20, version 12
    cmake                # the build's description, 3.25
    ninja-build          # the build tool that the presets name
    qt6-base-dev         # the window, files, threads: Qt 6.4
    qt6-tools-dev        # CMake's rules for the translations of the user interface
    qt6-tools-dev-tools  # named by those rules
    qt6-l10n-tools       # lupdate and lrelease, which make them
    libicu-dev           # Unicode: normalisation, sentence breaks
    libexpat1-dev        # reads XML, and never fetches anything from outside
    libstemmer-dev       # English inflection, for finding terms in a translation
    libsqlite3-dev       # the termbase's file
    libzip-dev           # unpacks spreadsheets and documents
    libcurl4-openssl-dev # HTTP/2 and TLS for machine translation
    qtkeychain-qt6-dev   # keeps keys of services in the system's keyring
    libxml2-dev          # reads HTML as browsers save it
    libxlsxwriter-dev    # writes spreadsheets
    libseccomp-dev       # shuts the processes of plugins in
    nlohmann-json3-dev   # plugin.json, settings, --json
    libcli11-dev         # the command line's verbs and options
)

# To run them here. The libraries come with the packages above; these are what no library asks for.
run_packages=(
    libqt6svg6           # shows the program's icon, which is a drawing
    libcurl4             # machine translation asks its services with it
    libsecret-1-0        # finds the system's keyring
    ca-certificates      # the authorities by which it knows them
)

# For the quick tests.
test_packages=(
    libssl-dev           # servers with TLS, which stand in for services of machine translation
    zlib1g-dev           # answers of theirs that swell when they are unpacked
    libxml2-utils        # xmllint: checks XLIFF against the published schemas
    python3              # plugins that are programs of their own
    dbus                 # a session of its own,
    gnome-keyring        # and the keyring in it that the keys of services are kept in
    strace               # does a plugin without the permission try to use the network?
)

# For the checks of .ci/run, beside the tests.
check_packages=(
    clang-format-14      # the layout of the sources
    clang-tidy-14        # mistakes that a compiler does not report
    shellcheck           # the same for the scripts
    desktop-file-utils   # is the desktop entry right?
    appstream            # is the entry for software centres right?
    dpkg-dev             # finds out which libraries the Debian packages need
    file                 # is asked by it what each file is
    git                  # which files belong to the project
)

# For packaging/sanitizers.sh and packaging/fuzz.sh.
clang_packages=(
    clang-14             # libFuzzer comes with it
    libclang-rt-14-dev   # the sanitizers' own libraries
    llvm-14              # llvm-symbolizer, for readable reports
)

# For packaging/live_peers.sh: others' programs that machine translation is tried with. None of them has to be there.
live_packages=(
    default-jre-headless # runs WireMock
    npm                  # gets it, and a mock of the chat protocol
    openssl              # certificates, good ones and bad ones
    apertium-apy         # a real service of machine translation ...
    apertium-eng-spa     # ... and a pair of languages for it
    nginx-light          # limits rates, closes connections, speaks HTTP/2
    tinyproxy-bin        # a proxy that wants a password
    dbus-daemon          # a session's bus ...
    gnome-keyring        # ... with a keyring ...
    libsecret-tools      # ... that somebody puts a key into
    faketime             # clocks that jump, certificates that have expired
    xvfb                 # a screen for the window
)
