#include "host/memory_dumps.h"

#include <QtCore/QtGlobal>

#include <string_view>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace verbale::host {

void keepOutOfDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_DUMPABLE, 0); // a program that takes the dumps would get one in spite of the limit
#endif
}

void keepKeysOutOfDumps()
{
#ifdef Q_OS_UNIX
    constexpr std::string_view keys = "VERBALE_MT_KEY_";
    for (char **variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
        if (std::string_view(*variable).substr(0, keys.size()) == keys)
            return keepOutOfDumps();
    }
#endif
}

} // namespace verbale::host
