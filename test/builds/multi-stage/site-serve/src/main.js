document.getElementById('root').textContent = import.meta.env.VITE_GREETING;
