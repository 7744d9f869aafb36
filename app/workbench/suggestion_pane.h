#pragma once

#include "document/document.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QTextEdit;

namespace verbale::workbench {

/// Below the glossary: the best suggestion for the current segment, with what is still in the source language
/// dimmed and in italics. It is taken only when it is asked for.
class SuggestionPane final : public QWidget
{
    Q_OBJECT
public:
    explicit SuggestionPane(QWidget *parent = nullptr);
    void showSegment(const Segment *segment);
    void setTextFont(const QFont &font);

signals:
    void useRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void sayWhatItIs();
    void fillText(const Suggestion &suggestion);

    QLabel *m_title;
    QLabel *m_coverage;
    QLabel *m_legend;
    QTextEdit *m_text;
    QPushButton *m_use;
    QList<Suggestion> m_shown; ///< the one that is shown, or none
    InlineText m_source;       ///< of its segment
};

} // namespace verbale::workbench
