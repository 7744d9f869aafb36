#pragma once

namespace verbale::host {

/// A descriptor that poll() waits for and that any thread makes readable.
class Wake
{
public:
    Wake();
    ~Wake();
    Wake(const Wake &) = delete;
    Wake &operator=(const Wake &) = delete;

    [[nodiscard]] bool isGood() const { return m_read >= 0; }
    [[nodiscard]] int file() const { return m_read; }
    void set() const noexcept;
    void clear() const noexcept;

private:
    int m_read = -1;
    int m_write = -1;
};

/// write() to a pipe without the signal that the program would get when nobody reads there any more.
long writeQuietly(int descriptor, const char *data, unsigned long size) noexcept;

} // namespace verbale::host
