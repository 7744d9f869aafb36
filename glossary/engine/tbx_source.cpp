#include "glossary/engine/tbx_source.h"

#include "glossary/engine/tbx.h"
#include "glossary/engine/tbx_output.h"

#include <QtCore/QSet>

#include <algorithm>

namespace verbale::glossary {

namespace {

/// White space around an entry that goes with it.
bool isBlank(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0'; });
}

class Patcher
{
public:
    Patcher(const TbxSource &source, const Termbase &termbase) : m_source(source), m_termbase(termbase) {}

    QByteArray patch();
    [[nodiscard]] bool isChanged() const { return m_changed; }

private:
    [[nodiscard]] QByteArrayView slice(qint64 start, qint64 end) const
    {
        return QByteArrayView(m_source.bytes).sliced(start, end - start);
    }
    void write(const ConceptEntry &entry);

    const TbxSource &m_source;
    const Termbase &m_termbase;
    QByteArray m_result;
    bool m_changed = false;
};

void Patcher::write(const ConceptEntry &entry)
{
    tbx::Output output(m_source.form);
    for (const ConceptEntry &other : m_termbase.entries())
        output.announce(other);
    tbx::writeEntry(entry, output);
    m_result += xml::encode(output.text().trimmed(), m_source.encoding);
    m_changed = true;
}

QByteArray Patcher::patch()
{
    QSet<QString> written;
    qint64 at = 0;
    for (const TbxSource::Piece &piece : m_source.pieces) {
        const QByteArrayView gap = slice(at, piece.start);
        const ConceptEntry *now = piece.entry ? m_termbase.find(piece.entry->id) : nullptr;
        if (now != nullptr || at == 0 || !isBlank(gap))
            m_result += gap;
        at = piece.end;
        if (now == nullptr) {
            m_changed = true;
            continue;
        }
        written.insert(now->id);
        if (*now == *piece.entry)
            m_result += slice(piece.start, piece.end);
        else
            write(*now);
    }
    for (const ConceptEntry &entry : m_termbase.entries()) {
        if (written.contains(entry.id))
            continue;
        m_result += xml::encode(QStringLiteral("\n"), m_source.encoding);
        write(entry);
    }
    m_result += slice(at, m_source.bytes.size());
    return m_result;
}

/// Edited and new entries beyond this number cost more than writing the whole file.
constexpr qsizetype mostWritten = 200;

bool isWorthPatching(const TbxSource &source, const Termbase &termbase)
{
    qsizetype kept = 0;
    for (const TbxSource::Piece &piece : source.pieces) {
        const ConceptEntry *now = piece.entry ? termbase.find(piece.entry->id) : nullptr;
        kept += now != nullptr && *now == *piece.entry ? 1 : 0;
    }
    return termbase.entries().size() - kept <= mostWritten;
}

} // namespace

std::optional<QByteArray> patchTbx(const TbxSource &source, const Termbase &termbase)
{
    if (!source.isSound || source.pieces.empty() || !isWorthPatching(source, termbase))
        return std::nullopt;
    Patcher patcher(source, termbase);
    const QByteArray result = patcher.patch();
    if (!patcher.isChanged())
        return result;
    // An edited entry may say what the file's dialect does not, or another one may point to what is gone.
    const Result<GlossaryContents> again = readTbx(result, QStringLiteral("patched.tbx"));
    const bool same = again && again->rejectedRows.isEmpty() &&
                      again->termbase.entries().size() == termbase.entries().size();
    if (!same)
        return std::nullopt;
    for (const ConceptEntry &entry : again->termbase.entries()) {
        const ConceptEntry *wanted = termbase.find(entry.id);
        if (wanted == nullptr || !(*wanted == entry))
            return std::nullopt;
    }
    return result;
}

} // namespace verbale::glossary
