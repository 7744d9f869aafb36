#include "plugins/machine-translation/transport/secret.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace verbale::mt {

namespace {

void overwrite(void *at, std::size_t size)
{
    explicit_bzero(at, size);
}

bool fillWithAsterisks(QByteArray &bytes, QByteArrayView what)
{
    bool found = false;
    for (qsizetype at = bytes.indexOf(what); at >= 0; at = bytes.indexOf(what, at + what.size())) {
        std::memset(bytes.data() + at, '*', static_cast<std::size_t>(what.size()));
        found = true;
    }
    return found;
}

std::size_t wholePages(std::size_t size)
{
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

} // namespace

/// Pages that hold nothing but one key. Where the system grants no lock or no mark, the key is kept all the
/// same: both are best effort.
class Secret::Pages
{
public:
    explicit Pages(std::size_t size) : m_size(size), m_room(wholePages(size + 1))
    {
        void *const at = ::mmap(nullptr, m_room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (at == MAP_FAILED)
            std::abort(); // A page is not to be had: nothing else would work either.
        m_at = static_cast<char *>(at);
        static_cast<void>(::mlock(m_at, m_room));
        static_cast<void>(::madvise(m_at, m_room, MADV_DONTDUMP));
        static_cast<void>(::madvise(m_at, m_room, MADV_WIPEONFORK));
    }
    ~Pages()
    {
        overwrite(m_at, m_room);
        ::munmap(m_at, m_room);
    }
    Pages(const Pages &) = delete;
    Pages &operator=(const Pages &) = delete;

    void put(std::size_t from, QByteArrayView bytes)
    {
        if (!bytes.isEmpty())
            std::memcpy(m_at + from, bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    [[nodiscard]] QByteArrayView bytes() const { return {m_at, static_cast<qsizetype>(m_size)}; }

private:
    char *m_at = nullptr;
    std::size_t m_size;
    std::size_t m_room;
};

Secret::Secret(std::shared_ptr<const Pages> pages) : m_pages(std::move(pages)) {}

Secret::Secret(QByteArray &&clear)
{
    if (clear.isEmpty())
        return;
    const auto pages = std::make_shared<Pages>(static_cast<std::size_t>(clear.size()));
    pages->put(0, clear);
    m_pages = pages;
    wipe(clear);
}

Secret Secret::prefixed(QByteArrayView prefix) const
{
    if (isEmpty())
        return {};
    const auto pages = std::make_shared<Pages>(static_cast<std::size_t>(prefix.size() + size()));
    pages->put(0, prefix);
    pages->put(static_cast<std::size_t>(prefix.size()), reveal());
    return Secret(pages);
}

qsizetype Secret::size() const
{
    return m_pages ? m_pages->bytes().size() : 0;
}

QByteArrayView Secret::reveal() const
{
    return m_pages ? m_pages->bytes() : QByteArrayView();
}

bool operator==(const Secret &a, const Secret &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    const QByteArrayView left = a.reveal();
    const QByteArrayView right = b.reveal();
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= left[i] ^ right[i];
    return difference == 0;
}

bool blackOut(QByteArray &bytes, const Secret &key)
{
    constexpr qsizetype shortest = 8;
    if (key.size() < shortest)
        return false;
    const bool plain = fillWithAsterisks(bytes, key.reveal());
    if (!key.reveal().contains('/'))
        return plain;
    QByteArray escaped;
    escaped.reserve(2 * key.size()); // no copy is left behind by growing
    for (const char one : key.reveal())
        (one == '/' ? escaped.append('\\') : escaped).append(one);
    const bool written = fillWithAsterisks(bytes, escaped);
    wipe(escaped);
    return plain || written;
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        overwrite(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace verbale::mt
