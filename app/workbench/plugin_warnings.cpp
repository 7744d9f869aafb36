#include "workbench/plugin_warnings.h"

#include "workbench/plugin_words.h"

namespace verbale::workbench {

namespace {

constexpr qsizetype mostSentences = 2;
constexpr qsizetype mostTold = 200;

} // namespace

QString briefly(const QStringList &sentences)
{
    QStringList shown;
    for (const QString &sentence : sentences.mid(0, mostSentences))
        shown.append(tamed(sentence));
    if (sentences.size() > mostSentences)
        shown.append(PluginWarnings::tr("%n more message(s) of plugins.", nullptr,
                                        static_cast<int>(sentences.size() - mostSentences)));
    return shown.join(u' ');
}

PluginWarnings::PluginWarnings(MessageBar &bar, QList<MessageBar::Choice> choices, QObject *parent)
    : QObject(parent), m_bar(bar), m_choices(std::move(choices))
{
}

void PluginWarnings::begin()
{
    m_told.clear();
    m_bar.hide();
}

void PluginWarnings::tell(const QStringList &sentences)
{
    if (m_bar.isHidden())
        m_shown.clear();
    const qsizetype before = m_shown.size();
    for (const QString &raw : sentences) {
        const QString sentence = tamed(raw);
        if (m_told.contains(sentence) || m_told.size() >= mostTold)
            continue;
        m_told.insert(sentence);
        m_shown.append(sentence);
    }
    if (m_shown.size() != before)
        show();
}

void PluginWarnings::tellAgain(const QString &sentence)
{
    const QString first = tamed(sentence);
    if (m_bar.isHidden())
        m_shown.clear();
    else if (!m_shown.isEmpty() && m_shown.first() == first)
        return;
    m_shown.removeAll(first);
    m_shown.prepend(first);
    if (m_shown.size() > mostTold)
        m_shown.removeLast();
    show();
}

void PluginWarnings::show()
{
    m_bar.show(MessageBar::Kind::Warning, briefly(m_shown), m_choices);
}

} // namespace verbale::workbench
