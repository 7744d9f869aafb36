#include "workbench/ledger_model.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QSet>
#include <QtCore/QThreadPool>

#include <algorithm>

namespace verbale::workbench {

namespace {

using session::SentText;

constexpr qsizetype longestCell = 200;

/// A QList lists its names as they come last, without one twice.
void gather(QStringList &names, QSet<QString> &known, const QString &name)
{
    if (known.contains(name))
        return;
    known.insert(name);
    names.append(name);
}

QString shownTime(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

bool isUncertain(const QString &outcome)
{
    static const QStringList uncertain{QStringLiteral("bad-answer"), QStringLiteral("ambiguous"),
                                       QStringLiteral("unfinished")};
    return uncertain.contains(outcome);
}

} // namespace

Result<LedgerContentsPtr> readLedger(const QProcessEnvironment &environment, const QString &head)
{
    Result<session::SentTexts> sent = session::sentTexts(environment, {}, head);
    if (!sent)
        return sent.error();
    // Whoever lets go of it last need not wait until a hundred thousand texts are freed.
    const std::shared_ptr<LedgerContents> contents(new LedgerContents, [](const LedgerContents *read) {
        QThreadPool::globalInstance()->start([read] { delete read; });
    });
    contents->sent = *std::move(sent);
    QSet<QString> documents;
    QSet<QString> engines;
    const QList<SentText> &texts = contents->sent.texts;
    for (auto text = texts.rbegin(); text != texts.rend(); ++text) {
        gather(contents->documents, documents, text->document);
        gather(contents->engines, engines, text->engine);
        contents->documentCosts[text->document] += text->cost;
        contents->monthCosts[text->month] += text->cost;
    }
    std::sort(contents->engines.begin(), contents->engines.end(), [](const QString &a, const QString &b) {
        return ledgerEngineText(a).compare(ledgerEngineText(b), Qt::CaseInsensitive) < 0;
    });
    return LedgerContentsPtr(contents);
}

LedgerChoice filtered(const LedgerContents &contents, const LedgerFilter &filter)
{
    LedgerChoice shown;
    for (int i = static_cast<int>(contents.sent.texts.size()) - 1; i >= 0; --i) {
        const SentText &text = contents.sent.texts[i];
        if ((filter.document.isEmpty() || text.document == filter.document) &&
            (filter.engine.isEmpty() || text.engine == filter.engine) && text.time >= filter.from &&
            text.time < filter.until) {
            shown.places.append(i);
            shown.cost += text.cost;
            shown.uncertain += mayHaveBeenCharged(text) ? 1 : 0;
        }
    }
    return shown;
}

QString ledgerEngineText(const QString &engine)
{
    // A service that a file describes has the name that the file gives it before the user's own.
    const QLatin1String generic("generic:");
    const qsizetype colon =
        engine.indexOf(u':', engine.startsWith(generic) && engine.count(u':') > 1 ? generic.size() : 0);
    return colon < 0 ? engine : QStringLiteral("%1 (%2)").arg(engine.mid(colon + 1), engine.left(colon));
}

QString outcomeText(const SentText &text)
{
    const QString &outcome = text.outcome;
    const bool isFree = text.characters == 0;
    if (isFree && isUncertain(outcome))
        return LedgerModel::tr("Not known whether it arrived; costs nothing");
    if (outcome == QLatin1String("translated"))
        return isFree ? LedgerModel::tr("Arrived; costs nothing") : LedgerModel::tr("Translated");
    if (outcome == QLatin1String("bad-answer"))
        return LedgerModel::tr("No usable answer; may have been charged");
    if (outcome == QLatin1String("unbilled"))
        return LedgerModel::tr("Refused, not charged");
    if (outcome == QLatin1String("not-sent"))
        return LedgerModel::tr("Did not arrive");
    if (outcome == QLatin1String("ambiguous"))
        return LedgerModel::tr("Lost on the way; may have been charged");
    if (outcome == QLatin1String("unfinished"))
        return LedgerModel::tr("Not known: under way, or the program ended; may have been charged");
    return outcome;
}

bool mayHaveBeenCharged(const SentText &text)
{
    return text.characters > 0 && isUncertain(text.outcome);
}

void LedgerModel::show(LedgerContentsPtr contents, QList<int> shown)
{
    beginResetModel();
    m_contents = std::move(contents);
    m_shown = std::move(shown);
    endResetModel();
}

const SentText *LedgerModel::at(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_contents->sent.texts[m_shown[row]] : nullptr;
}

int LedgerModel::rowOf(qint64 number) const
{
    // Numbers go up with the places, which go down here.
    const auto found =
        std::lower_bound(m_shown.begin(), m_shown.end(), number, [this](int place, qint64 wanted) {
            return m_contents->sent.texts[place].number > wanted;
        });
    const bool isThere = found != m_shown.end() && m_contents->sent.texts[*found].number == number;
    return isThere ? static_cast<int>(found - m_shown.begin()) : -1;
}

QString LedgerModel::segmentText(const SentText &text) const
{
    const int number = m_number ? m_number(text.document, text.segment) : 0;
    return number > 0 ? QString::number(number) : text.segment;
}

QList<SentText> LedgerModel::shownTexts() const
{
    QList<SentText> texts;
    texts.reserve(m_shown.size());
    for (auto place = m_shown.rbegin(); place != m_shown.rend(); ++place)
        texts.append(m_contents->sent.texts[*place]);
    return texts;
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Outcome + 1;
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    const SentText *text = at(index.row());
    if (text == nullptr)
        return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole && (column == Characters || column == Billed))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (column == Document)
            return text->document;
        if (column == Segment)
            return text->segment;
        if (column == Outcome && !text->code.isEmpty())
            return QVariant(outcomeText(*text) + QStringLiteral(" · ") + text->code);
        return column == Outcome || column == Host || column == Engine ? data(index, Qt::DisplayRole)
                                                                       : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Time:
        return shownTime(text->time);
    case Engine:
        return ledgerEngineText(text->engine);
    case Host:
        return text->host;
    case Document:
        return QFileInfo(text->document).fileName();
    case Segment:
        return segmentText(*text);
    case Text:
        return text->text.left(longestCell).simplified();
    case Characters:
        return QLocale().toString(text->characters);
    case Billed:
        return text->billed ? QLocale().toString(*text->billed) : QStringLiteral("–");
    default:
        return outcomeText(*text);
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Engine:
        return tr("Engine");
    case Host:
        return tr("Host");
    case Document:
        return tr("Document");
    case Segment:
        return tr("Segment");
    case Text:
        return tr("Text");
    case Characters:
        return tr("Characters");
    case Billed:
        return tr("Charged");
    default:
        return tr("What became of it");
    }
}

} // namespace verbale::workbench
