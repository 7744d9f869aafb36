#pragma once

#include <QtCore/QList>
#include <QtCore/QSharedData>
#include <QtCore/QSharedDataPointer>
#include <QtCore/QString>

namespace verbale {

/// A value that is empty nearly everywhere and costs one pointer there: a document has a million segments,
/// and what few of them have must not be paid for by all. Copies share; a change detaches.
template <typename T>
class Rare
{
public:
    Rare() = default;
    Rare(const T &value)
    {
        if (!value.isEmpty())
            m_held = new Held(value);
    }
    Rare(T &&value)
    {
        if (!value.isEmpty())
            m_held = new Held(std::move(value));
    }

    [[nodiscard]] const T &get() const
    {
        static const T nothing;
        return m_held ? m_held.constData()->value : nothing;
    }
    operator const T &() const { return get(); }
    const T *operator->() const { return &get(); }

    /// To be changed in place.
    T &edit()
    {
        if (!m_held)
            m_held = new Held(T());
        return m_held->value;
    }

    [[nodiscard]] bool isEmpty() const { return !m_held || m_held.constData()->value.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return get().size(); }
    void clear() { m_held.reset(); }

    friend bool operator==(const Rare &one, const Rare &other)
    {
        return one.m_held.constData() == other.m_held.constData() || one.get() == other.get();
    }
    friend bool operator==(const Rare &one, const T &other) { return one.get() == other; }

protected:
    [[nodiscard]] bool isHeld() const { return m_held; }

private:
    struct Held : QSharedData
    {
        explicit Held(T &&held) : value(std::move(held)) {}
        explicit Held(const T &held) : value(held) {}
        T value;
    };
    QSharedDataPointer<Held> m_held;
};

/// A list that is empty nearly everywhere, with the parts of QList's interface that are used of it.
template <typename T>
class RareList : public Rare<QList<T>>
{
public:
    using List = QList<T>;
    using value_type = T;
    using iterator = typename List::iterator;
    using const_iterator = typename List::const_iterator;
    using Rare<List>::Rare;
    using Rare<List>::get;
    using Rare<List>::edit;

    RareList() = default;
    RareList(std::initializer_list<T> items) : Rare<List>(List(items)) {}

    [[nodiscard]] const_iterator begin() const { return get().begin(); }
    [[nodiscard]] const_iterator end() const { return get().end(); }
    [[nodiscard]] const_iterator cbegin() const { return get().cbegin(); }
    [[nodiscard]] const_iterator cend() const { return get().cend(); }
    [[nodiscard]] const_iterator constBegin() const { return get().cbegin(); }
    [[nodiscard]] const_iterator constEnd() const { return get().cend(); }
    iterator begin() { return this->isHeld() ? edit().begin() : iterator(); }
    iterator end() { return this->isHeld() ? edit().end() : iterator(); }

    [[nodiscard]] const T *constData() const { return get().constData(); }
    [[nodiscard]] qsizetype count() const { return get().size(); }
    [[nodiscard]] const T &operator[](qsizetype i) const { return get()[i]; }
    T &operator[](qsizetype i) { return edit()[i]; }
    [[nodiscard]] const T &at(qsizetype i) const { return get().at(i); }
    [[nodiscard]] T value(qsizetype i) const { return get().value(i); }
    [[nodiscard]] const T &first() const { return get().first(); }
    [[nodiscard]] const T &last() const { return get().last(); }
    [[nodiscard]] const T &constFirst() const { return get().first(); }
    [[nodiscard]] const T &constLast() const { return get().last(); }
    T &first() { return edit().first(); }
    T &last() { return edit().last(); }
    [[nodiscard]] List mid(qsizetype at, qsizetype length = -1) const { return get().mid(at, length); }
    template <typename Wanted>
    [[nodiscard]] bool contains(const Wanted &wanted) const
    {
        return get().contains(wanted);
    }
    template <typename Wanted>
    [[nodiscard]] qsizetype indexOf(const Wanted &wanted) const
    {
        return get().indexOf(wanted);
    }

    void append(const T &item) { edit().append(item); }
    void append(T &&item) { edit().append(std::move(item)); }
    void append(const List &items)
    {
        if (!items.isEmpty())
            edit().append(items);
    }
    void prepend(const T &item) { edit().prepend(item); }
    void insert(qsizetype at, const T &item) { edit().insert(at, item); }
    void reserve(qsizetype count)
    {
        if (count > 0)
            edit().reserve(count);
    }
    void removeAt(qsizetype i) { edit().removeAt(i); }
    void removeLast() { edit().removeLast(); }
    T takeAt(qsizetype i) { return edit().takeAt(i); }
    iterator erase(const_iterator from, const_iterator to) { return edit().erase(from, to); }
    template <typename Predicate>
    qsizetype removeIf(Predicate predicate)
    {
        return this->isHeld() ? edit().removeIf(predicate) : 0;
    }
    RareList &operator+=(const List &items)
    {
        append(items);
        return *this;
    }
    RareList &operator+=(const T &item)
    {
        append(item);
        return *this;
    }
    RareList &operator<<(const T &item) { return *this += item; }
    friend List operator+(const RareList &one, const List &other) { return one.get() + other; }
};

/// A text that is empty nearly everywhere.
class RareString : public Rare<QString>
{
public:
    using Rare<QString>::Rare;
    RareString() = default;
    RareString(QLatin1String text) : Rare<QString>(QString(text)) {}

    [[nodiscard]] bool startsWith(QStringView text) const { return QStringView(get()).startsWith(text); }
    [[nodiscard]] bool startsWith(QLatin1String text) const { return get().startsWith(text); }
    [[nodiscard]] bool contains(QStringView text) const { return QStringView(get()).contains(text); }
    [[nodiscard]] bool contains(QChar character) const { return get().contains(character); }
    [[nodiscard]] QString mid(qsizetype at, qsizetype length = -1) const { return get().mid(at, length); }
    RareString &operator+=(const QString &text)
    {
        if (!text.isEmpty())
            edit() += text;
        return *this;
    }

    friend bool operator==(const RareString &one, const RareString &other)
    {
        return one.get() == other.get();
    }
    friend bool operator==(const RareString &one, const QString &other) { return one.get() == other; }
    friend bool operator==(const RareString &one, QLatin1String other) { return one.get() == other; }
    friend QString operator+(const RareString &one, const QString &other) { return one.get() + other; }
    friend QString operator+(const QString &one, const RareString &other) { return one + other.get(); }
};

} // namespace verbale
