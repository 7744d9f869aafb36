#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace verbale::workbench {

/// What a plugin wrote for people, made harmless: no control characters, no line that is too long to be laid
/// out.
QString logText(const QByteArray &log);

/// The end of a plugin's log, to be read, selected and copied. What is selected or scrolled to stays while
/// the log grows.
class PluginLogView final : public QWidget
{
    Q_OBJECT
public:
    explicit PluginLogView(QWidget *parent = nullptr);

    void show(const QByteArray &log);
    void clear();      ///< what follows is another plugin's
    void copy() const; ///< all of it
    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }

private:
    QByteArray m_log;
    QLabel *m_title;
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
};

} // namespace verbale::workbench
