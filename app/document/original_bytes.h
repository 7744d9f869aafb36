#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <memory>

namespace verbale {

/// The bytes of the file that a document was read from: immutable, shared by copies, safe to read in any
/// thread.
class OriginalBytes
{
public:
    OriginalBytes() = default;
    OriginalBytes(const QByteArray &bytes);

    [[nodiscard]] bool isEmpty() const { return !m_holder; }
    [[nodiscard]] qint64 size() const { return view().size(); }
    /// Valid as long as a copy of this object lives.
    [[nodiscard]] QByteArrayView view() const { return m_holder ? m_holder->view() : QByteArrayView(); }
    [[nodiscard]] QByteArray toByteArray() const { return m_holder ? m_holder->toByteArray() : QByteArray(); }
    void clear() { m_holder.reset(); }

    friend bool operator==(const OriginalBytes &one, const QByteArray &other) { return one.view() == other; }

    /// How the bytes are kept.
    class Holder
    {
    public:
        Holder() = default;
        virtual ~Holder() = default;
        Holder(const Holder &) = delete;
        Holder &operator=(const Holder &) = delete;
        [[nodiscard]] virtual QByteArrayView view() const = 0;
        /// Copies only where it has to.
        [[nodiscard]] virtual QByteArray toByteArray() const { return view().toByteArray(); }
        /// Whoever has gone through [start, end) and will not soon look there again says so: what can be
        /// fetched again need not stay in memory.
        virtual void forget(qint64 /*start*/, qint64 /*end*/) const {}
    };
    [[nodiscard]] const Holder *holder() const { return m_holder.get(); }
    explicit OriginalBytes(std::shared_ptr<const Holder> holder) : m_holder(std::move(holder)) {}

private:
    std::shared_ptr<const Holder> m_holder;
};

} // namespace verbale
