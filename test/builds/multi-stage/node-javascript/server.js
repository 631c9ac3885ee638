const express = require('express');
const config = require('config');
const app = express();
app.set('view engine', 'ejs');
app.use(express.static('public'));
app.get('/', (req, res) => res.render('index', { title: config.get('title') }));
app.get('/health', (req, res) => res.json({ ok: true, cwd: process.cwd(), uid: process.getuid() }));
app.listen(config.get('port'), () => console.log('listening'));
