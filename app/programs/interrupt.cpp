#include "interrupt.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace verbale {

namespace {

// A signal handler can reach nothing but a global; it may do no more than write to the pipe.
int signalPipe[2] = {-1, -1};

extern "C" void noteSignal(int)
{
    const int savedErrno = errno;
    const char byte = 1;
    (void)!write(signalPipe[1], &byte, 1);
    errno = savedErrno;
}

void handle(int signal)
{
    struct sigaction action = {};
    action.sa_handler = noteSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigaction(signal, &action, nullptr);
}

} // namespace

Interrupt::Interrupt()
{
    if (pipe2(signalPipe, O_CLOEXEC) != 0)
        return; // without the pipe a signal ends the program, as it does by itself
    m_waiter = std::thread([this, end = signalPipe[0]] {
        char byte = 0;
        while (read(end, &byte, 1) < 0 && errno == EINTR) {
        }
        if (byte == 1)
            m_source.request_stop();
    });
    handle(SIGINT);
    handle(SIGTERM);
    handle(SIGHUP);
}

Interrupt::~Interrupt()
{
    if (!m_waiter.joinable())
        return;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGHUP, SIG_DFL);
    close(signalPipe[1]);
    m_waiter.join();
    close(signalPipe[0]);
}

} // namespace verbale
