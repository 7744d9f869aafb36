#pragma once

#include <QtCore/qglobal.h>

#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace verbale::glossary {

/// A hash table of small records with open addressing, in shards that grow one at a time: no insertion moves
/// more than a shard. A Record has isFree() and hash(), 64 well mixed bits.
template <typename Record>
class ShardedTable
{
public:
    /// The first record of this hash for which same() holds, or nullptr.
    template <typename Same>
    [[nodiscard]] const Record *find(quint64 hash, Same same) const
    {
        const std::vector<Record> &records = m_shards[shardOf(hash)].records;
        if (records.empty())
            return nullptr;
        for (std::size_t at = placeOf(hash, records.size()); !records[at].isFree();) {
            if (same(records[at]))
                return &records[at];
            at = at + 1 == records.size() ? 0 : at + 1;
        }
        return nullptr;
    }

    /// Fetches what find() will look at: many look-ups together then wait for the memory once.
    void prefetch(quint64 hash) const
    {
        const std::vector<Record> &records = m_shards[shardOf(hash)].records;
        if (!records.empty())
            __builtin_prefetch(&records[placeOf(hash, records.size())]);
    }

    /// Adds a record that is not there yet.
    void insert(const Record &record)
    {
        Shard &shard = m_shards[shardOf(record.hash())];
        if ((shard.used + 1) * fullest.second >= shard.records.size() * fullest.first)
            grow(shard);
        put(shard.records, record);
        ++shard.used;
    }

private:
    struct Shard
    {
        std::vector<Record> records;
        std::size_t used = 0;
    };

    static constexpr std::size_t shards = 256;
    static constexpr std::pair<std::size_t, std::size_t> fullest{3, 4};

    static std::size_t shardOf(quint64 hash) { return static_cast<std::size_t>(hash >> 56); }

    static std::size_t placeOf(quint64 hash, std::size_t size)
    {
        return static_cast<std::size_t>(((hash & 0xFFFFFFFFU) * size) >> 32);
    }

    static void put(std::vector<Record> &records, const Record &record)
    {
        std::size_t at = placeOf(record.hash(), records.size());
        while (!records[at].isFree())
            at = at + 1 == records.size() ? 0 : at + 1;
        records[at] = record;
    }

    static void grow(Shard &shard)
    {
        std::vector<Record> larger(shard.records.size() + shard.records.size() / 2 + 8);
        for (const Record &record : shard.records) {
            if (!record.isFree())
                put(larger, record);
        }
        shard.records.swap(larger);
    }

    std::array<Shard, shards> m_shards;
};

/// A list that grows at its end and never moves what it has: a pause of no size, and a look-up that needs
/// the memory twice at most.
template <typename T>
class ChunkedList
{
public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] T &operator[](std::size_t i) { return m_chunks[i / chunk][i % chunk]; }
    [[nodiscard]] const T &operator[](std::size_t i) const { return m_chunks[i / chunk][i % chunk]; }
    [[nodiscard]] T &back() { return (*this)[m_size - 1]; }
    void push_back(const T &value)
    {
        if (m_size % chunk == 0)
            m_chunks.push_back(std::make_unique<T[]>(chunk));
        (*this)[m_size++] = value;
    }

private:
    static constexpr std::size_t chunk = 4096;
    std::vector<std::unique_ptr<T[]>> m_chunks;
    std::size_t m_size = 0;
};

/// Says of most hashes that were never added that they were not.
class HashFilter
{
public:
    explicit HashFilter(std::size_t expected)
    {
        std::size_t bits = 1024;
        while (bits < expected * 8)
            bits *= 2;
        m_words.assign(bits / 64, 0);
    }

    void add(quint64 hash) { m_words[wordOf(hash)] |= bitOf(hash); }
    [[nodiscard]] bool mayHave(quint64 hash) const { return (m_words[wordOf(hash)] & bitOf(hash)) != 0; }
    void prefetch(quint64 hash) const { __builtin_prefetch(&m_words[wordOf(hash)]); }

private:
    [[nodiscard]] std::size_t wordOf(quint64 hash) const
    {
        return static_cast<std::size_t>(hash >> 20) & (m_words.size() - 1);
    }
    static quint64 bitOf(quint64 hash) { return quint64(1) << ((hash >> 10) & 63U); }

    std::vector<quint64> m_words;
};

/// Spreads the bits of a number over 64.
inline quint64 mixedHash(quint64 value)
{
    value ^= value >> 31;
    value *= 0x9E3779B97F4A7C15ULL;
    value ^= value >> 29;
    value *= 0xBF58476D1CE4E5B9ULL;
    return value ^ (value >> 32);
}

} // namespace verbale::glossary
