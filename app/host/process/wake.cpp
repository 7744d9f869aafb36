#include "host/process/wake.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

namespace verbale::host {

Wake::Wake()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_read = ends[0];
    m_write = ends[1];
}

Wake::~Wake()
{
    if (m_read < 0)
        return;
    ::close(m_read);
    ::close(m_write);
}

void Wake::set() const noexcept
{
    const char byte = 0;
    // A full pipe is readable as well.
    [[maybe_unused]] const ssize_t written = ::write(m_write, &byte, 1);
}

void Wake::clear() const noexcept
{
    std::array<char, 256> bytes{};
    while (::read(m_read, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size())) {
    }
}

long writeQuietly(int descriptor, const char *data, unsigned long size) noexcept
{
    sigset_t broken;
    sigset_t before;
    ::sigemptyset(&broken);
    ::sigaddset(&broken, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &broken, &before);
    const ssize_t written = ::write(descriptor, data, size);
    const int number = errno;
    if (written < 0 && number == EPIPE && ::sigismember(&before, SIGPIPE) == 0) {
        const timespec now{0, 0};
        ::sigtimedwait(&broken, nullptr, &now); // it is pending for this thread; taken before it can come
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = number;
    return written;
}

} // namespace verbale::host
