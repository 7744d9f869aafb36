#pragma once

#include "workbench/message_bar.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace verbale::workbench {

/// What plugins have to say, on one line: the first two sentences, each tamed, then how many more there are.
QString briefly(const QStringList &sentences);

/// Says in a bar what plugins complain of, each sentence once: what was closed does not come again. A plugin
/// that has something new to say each time neither fills the window nor the memory.
class PluginWarnings final : public QObject
{
    Q_OBJECT
public:
    PluginWarnings(MessageBar &bar, QList<MessageBar::Choice> choices, QObject *parent = nullptr);

    void tell(const QStringList &sentences);
    /// Before the others, also when it was told before: it is the answer to what the user has just done.
    void tellAgain(const QString &sentence);
    /// The plugins are others now.
    void begin();

private:
    void show();

    MessageBar &m_bar;
    const QList<MessageBar::Choice> m_choices;
    QSet<QString> m_told;
    QStringList m_shown; ///< since the bar was closed
};

} // namespace verbale::workbench
